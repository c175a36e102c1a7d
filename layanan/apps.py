from django.apps import AppConfig


class LayananConfig(AppConfig):
    name = "layanan"
    verbose_name = "Layanan"

    def ready(self):
        from layanan.regulations import status

        status.connect_signals()
