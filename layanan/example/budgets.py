"""Figures of the example village budgets (APB Desa), in whole rupiah.

They balance: income plus last year's remainder (SiLPA) equals spending, as Permendagri 20/2018
asks of a budget; ``tests/layanan/example`` adds them up.
"""

from dataclasses import dataclass

# Account code and name of each source of income (Permendagri 20/2018, annex).
INCOME = {
    "own": ("4.1", "Pendapatan Asli Desa"),
    "village_fund": ("4.2.1", "Dana Desa"),
    "tax_share": ("4.2.2", "Bagi Hasil Pajak dan Retribusi Daerah"),
    "allocation": ("4.2.3", "Alokasi Dana Desa"),
}
SPENDING = (
    "Bidang Penyelenggaraan Pemerintahan Desa",
    "Bidang Pelaksanaan Pembangunan Desa",
    "Bidang Pembinaan Kemasyarakatan Desa",
    "Bidang Pemberdayaan Masyarakat Desa",
    "Bidang Penanggulangan Bencana, Keadaan Darurat, dan Mendesak",
)


@dataclass(frozen=True)
class Budget:
    """One year's budget: income by source, spending by the five fields, and the remainder brought forward."""

    year: int
    own: int
    village_fund: int
    allocation: int
    tax_share: int
    spending: tuple[int, int, int, int, int]
    brought_forward: int

    @property
    def income(self) -> int:
        return self.own + self.village_fund + self.allocation + self.tax_share

    @property
    def total_spending(self) -> int:
        return sum(self.spending)

    @property
    def deficit(self) -> int:
        """Income less spending; negative when the remainder of last year is spent too."""
        return self.income - self.total_spending


BUDGETS = {
    budget.year: budget
    for budget in (
        Budget(
            2023,
            own=18_000_000,
            village_fund=698_412_000,
            allocation=452_600_000,
            tax_share=26_118_000,
            spending=(462_900_000, 512_340_000, 58_700_000, 84_250_000, 96_000_000),
            brought_forward=19_060_000,
        ),
        Budget(
            2024,
            own=20_500_000,
            village_fund=711_905_000,
            allocation=463_180_000,
            tax_share=27_640_000,
            spending=(471_200_000, 521_650_000, 61_400_000, 98_300_000, 92_500_000),
            brought_forward=21_825_000,
        ),
        Budget(
            2025,
            own=22_000_000,
            village_fund=728_640_000,
            allocation=474_900_000,
            tax_share=29_750_000,
            spending=(484_600_000, 536_250_000, 64_800_000, 109_400_000, 84_000_000),
            brought_forward=23_760_000,
        ),
        Budget(
            2026,
            own=24_500_000,
            village_fund=742_318_000,
            allocation=486_250_000,
            tax_share=31_420_000,
            spending=(498_300_000, 548_700_000, 68_250_000, 118_600_000, 76_000_000),
            brought_forward=25_362_000,
        ),
    )
}
