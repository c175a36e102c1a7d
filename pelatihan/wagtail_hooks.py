"""Gathers what this app's subjects add to the admin and to the site."""

import pelatihan.certificates.admin
import pelatihan.courses.admin
import pelatihan.courses.quizzes.admin
import pelatihan.evaluation.admin
import pelatihan.events.admin
import pelatihan.events.people.admin
import pelatihan.events.photos.admin
import pelatihan.events.programmes.searched
import pelatihan.example.hooks
import pelatihan.help.admin
import pelatihan.practice.admin
import pelatihan.reports.admin  # noqa: F401
