from django.apps import AppConfig


class LabConfig(AppConfig):
    name = "tests.lab"
    label = "lab"
