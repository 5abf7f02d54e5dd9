from django.urls import path

from elections.notices import views

app_name = "notices"

urlpatterns = [path("notices/", views.notices, name="list")]
