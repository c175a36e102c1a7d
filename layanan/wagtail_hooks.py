"""Gathers what this app's subjects add to the admin and to the site."""

import layanan.example.hooks
import layanan.guides.admin
import layanan.guides.journey_tasks
import layanan.guides.reviews
import layanan.guides.tasks
import layanan.jdih.admin
import layanan.regulations.admin
import layanan.regulations.tasks
import layanan.status.admin
import layanan.status.marks
import layanan.status.tasks  # noqa: F401
