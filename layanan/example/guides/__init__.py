"""The fourteen example service guides, in the order in which people most often ask for them."""

from layanan.example.guides import letters, population, wellbeing

GUIDES = (*population.GUIDES, *letters.GUIDES, *wellbeing.GUIDES)
