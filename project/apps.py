from django.apps import AppConfig


class ProjectConfig(AppConfig):
    """The ground that knows no domain: wiring, template tags, static files, checks. It has no models."""

    name = "project"
    verbose_name = "Balai"

    def ready(self):
        from project import checks  # noqa: F401  (registers the project's rules as system checks)
        from project.lib import datefields, texts  # its forms need the models

        datefields.use_everywhere()
        texts.clean_everywhere()
