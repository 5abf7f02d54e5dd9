from django.urls import path

from elections.public import views

app_name = "public"
urlpatterns = [
    path("", views.home, name="home"),
    path("search/", views.search_places, name="search"),
    path("elections/<slug:election>/", views.election, name="election"),
    path("elections/<slug:election>/<slug:territory>/", views.contest, name="contest"),
    path("open-data/", views.open_data, name="open-data"),
    path("law/", views.law, name="law"),
    path("accessibility/", views.accessibility, name="accessibility"),
]

# Included by elections.urls without a language: a file is the same in all of them.
data = [
    path("elections/<slug:election>/result.json", views.result_json, name="election-json"),
    path("elections/<slug:election>/result.csv", views.result_csv, name="election-csv"),
    path(
        "elections/<slug:election>/<slug:territory>/result.json",
        views.result_json,
        name="result-json",
    ),
    path(
        "elections/<slug:election>/<slug:territory>/result.csv", views.result_csv, name="result-csv"
    ),
    path("verify.py", views.verify_program, name="verify"),
]
