from django.urls import path

from elections.lists import views

app_name = "lists"

urlpatterns = [
    path("", views.start, name="start"),
    path("lists/new/<int:contest>/<slug:party>/", views.create, name="list-create"),
    path("lists/<int:pk>/", views.editor, name="editor"),
    path("lists/<int:pk>/candidates/new/", views.candidate, name="candidate-add"),
    path("lists/<int:pk>/candidates/new/check/", views.check, name="check-new"),
    path("lists/<int:pk>/candidates/<int:candidate>/", views.candidate, name="candidate-edit"),
    path("lists/<int:pk>/candidates/<int:candidate>/check/", views.check, name="check"),
    path(
        "lists/<int:pk>/candidates/<int:candidate>/remove/", views.remove, name="candidate-remove"
    ),
    path("lists/<int:pk>/conference/", views.conference, name="conference"),
    path("lists/<int:pk>/to-do/", views.todo, name="todo"),
    path("lists/<int:pk>/submit/", views.submit, name="submit"),
    path("lists/<int:pk>/withdraw/", views.withdraw, name="withdraw"),
    path("lists/<int:pk>/receipt/<int:number>/", views.receipt, name="receipt"),
]
