import os

os.environ.setdefault("POLARS_MAX_THREADS", "2")

from datetime import date  # noqa: E402

import polars as pl  # noqa: E402

KINDS = ["visit", "call", "meal", "cleaning", "guidance", "companionship", "gathering", "tutoring",
         "counselling", "training", "material", "lecture"]
TODAY = date(2026, 10, 31)
YEAR_OF_MONTHS = pl.col("date").is_between(date(2025, 10, 1), date(2026, 9, 30))


class Peer:
    """Polars, lazy plans over frames in memory, two threads."""

    def __init__(self, folder):
        def read(table, **types):
            return pl.read_csv(f"{folder}/{table}.csv", schema_overrides=types)

        tags = pl.col("tags").fill_null("")
        self.families = read(
            "families", id=pl.Int32, area=pl.UInt16, status=pl.Enum(["active", "moved", "closed"]),
            phone=pl.String
        ).select(
            "id", "head", (pl.col("area") // 100).alias("street"),
            pl.col("area").alias("community"),
            *[tags.str.contains(tag, literal=True).alias(tag)
              for tag in ("bereaved", "living_alone", "left_behind")], "status", "phone"
        ).lazy()
        self.programs = read(
            "programs", id=pl.Int32, tier=pl.Enum(["district", "street", "community"])).lazy()
        self.pairings = read("pairings", family=pl.Int32, since=pl.Date, until=pl.Date).lazy()
        self.services = read(
            "services", family=pl.Int32, program=pl.Int32, kind=pl.Enum(KINDS), date=pl.Date,
            minutes=pl.Int32, cost=pl.Decimal(9, 2)
        ).with_columns(pl.col("date").set_sorted()).lazy()
        self.eligible = self.families.filter(
            (pl.col("status") == "active") & (pl.col("bereaved") | pl.col("living_alone")))

    def ask(self, question):
        return getattr(self, question.name.lower())().collect()

    def rows(self, result):
        return result.rows()

    def of_kind(self, kind):
        return self.services.filter(pl.col("kind") == kind)

    def coverage(self, families, covered, key):
        """`covered` are the families to whom it holds, once each."""
        marked = covered.select("family", pl.lit(True).alias("isCovered"))
        return families.join(marked, left_on="id", right_on="family", how="left").group_by(key).agg(
            pl.len().alias("eligible"), pl.col("isCovered").count().alias("covered")
        ).with_columns(
            (pl.col("eligible") - pl.col("covered")).alias("uncovered"),
            (pl.col("covered") / pl.col("eligible")).alias("rate"))

    def q1(self):
        return self.families.filter(
            pl.col("bereaved") & (pl.col("status") == "active") & (pl.col("street") == 105)
        ).select(pl.len())

    def q2(self):
        return self.services.group_by("kind").agg(
            pl.len(), pl.col("cost").sum(), pl.col("minutes").mean())

    def q3(self):
        return self.services.filter(YEAR_OF_MONTHS).join(
            self.families.select("id", "street"), left_on="family", right_on="id"
        ).group_by("street", pl.col("date").dt.truncate("1mo").alias("m")).agg(pl.len())

    def q4(self):
        visited = self.of_kind("visit").filter(
            pl.col("date").is_between(date(2026, 10, 2), TODAY)).select("family").unique()
        return self.coverage(self.eligible, visited, "street")

    def q5(self):
        last = self.of_kind("visit").filter(pl.col("date") <= TODAY).join(
            self.eligible.select("id"), left_on="family", right_on="id", how="semi"
        ).group_by("family").agg(pl.col("date").max().alias("last"))
        return self.eligible.select("id").join(
            last, left_on="id", right_on="family", how="left"
        ).filter(pl.col("last").is_null() | (pl.col("last") < date(2026, 10, 2))).sort(
            "last", "id", nulls_last=False).head(20)

    def q6(self):
        reached = self.services.filter(
            pl.col("date").is_between(date(2025, 11, 1), TODAY)
        ).select("family", "program").unique().group_by("family").agg(
            pl.len().alias("n")).filter(pl.col("n") >= 3)
        return self.coverage(self.families, reached, "community")

    def q7(self):
        months = (pl.col("date").dt.year() - 2025) * 12 + pl.col("date").dt.month() - 10
        met = self.of_kind("lecture").filter(YEAR_OF_MONTHS).select(
            "program", months.cast(pl.Int32).alias("m")).unique().sort("program", "m")
        gap = pl.col("m") - pl.col("m").shift(1).over("program").fill_null(-1) - 1
        gaps = met.with_columns(gap.alias("gap")).group_by("program").agg(
            pl.len().alias("met"),
            pl.max_horizontal(pl.col("gap").max(), 11 - pl.col("m").max()).alias("longest"))
        return self.programs.join(gaps, left_on="id", right_on="program", how="left").select(
            "id", pl.col("met").fill_null(0), pl.col("longest").fill_null(12))

    def q8(self):
        return self.services.join(
            self.programs.select("id", "tier"), left_on="program", right_on="id"
        ).group_by("tier", pl.col("date").dt.truncate("1q").alias("q")).agg(
            pl.col("family").n_unique())

    def q9(self):
        paired = self.pairings.filter(pl.col("until").is_null())
        tutored = self.of_kind("tutoring").filter(
            pl.col("date").is_between(date(2026, 1, 1), date(2026, 12, 31)))
        return self.families.filter(pl.col("left_behind")).join(
            paired, left_on="id", right_on="family", how="anti"
        ).join(tutored, left_on="id", right_on="family", how="anti").group_by("community").agg(
            pl.len().alias("n")).sort("n", "community", descending=[True, False]).head(10)

    def q10(self):
        visits = self.of_kind("visit").group_by("family").agg(pl.len().alias("n"))
        return self.families.join(visits, left_on="id", right_on="family", how="left").group_by(
            "street", "community"
        ).agg(pl.col("n").sum().alias("visits"), pl.len().alias("families")).with_columns(
            (pl.col("visits") / pl.col("families")).alias("share")
        ).sort("street", "share", "community", descending=[False, True, False]).group_by(
            "street", maintain_order=True).head(5)

    def q11(self):
        return self.families.filter(
            pl.col("head").str.starts_with("张") & pl.col("phone").str.contains("88", literal=True)
        ).select(pl.len())

    def q12(self):
        return self.services.filter(
            pl.col("date").is_between(date(2026, 1, 1), date(2026, 12, 31))
        ).group_by(pl.col("date").dt.truncate("1mo").alias("m"), "kind").agg(pl.len())
