"""A check told: as text for people, as JSON for programs, as CSV for spreadsheets."""
