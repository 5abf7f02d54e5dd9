from django.urls import path

from parties import views

app_name = "parties"

urlpatterns = [
    path("sign-in/", views.SignIn.as_view(), name="sign-in"),
    path("sign-out/", views.SignOut.as_view(), name="sign-out"),
    path("language/", views.set_language, name="set-language"),
    path("password/", views.ForgottenPassword.as_view(), name="password-forgotten"),
    path("password/sent/", views.PasswordSent.as_view(), name="password-sent"),
    path("password/set/", views.PasswordSet.as_view(), name="password-set"),
    path("password/<uidb64>/<token>/", views.NewPassword.as_view(), name="password-new"),
    path("mail/", views.mail, name="mail"),
]
