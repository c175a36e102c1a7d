"""What we add to Wagtail's editor for those who write: nothing typed is lost, and every screen says what happens."""
