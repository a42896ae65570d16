"""The public pages of news."""
