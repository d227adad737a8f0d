"""Labels, columns and fields in other languages than English and Chinese."""

from unicodedata import normalize

import pytest
from golden import facts, read_markdown, statements

from okrlint.reading.fields import FIELDS, canonical, foreign_name


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("Objetivo", "objective"),
        ("Resultados-chave", "key_result"),
        ("Schlüsselergebnisse", "key_result"),
        ("RÉSULTATS CLÉS", "key_result"),
        ("Ключевой результат", "key_result"),
        ("Kết quả then chốt", "key_result"),
        ("핵심 결과", "key_result"),
        ("نتایج کلیدی", "key_result"),
        ("Responsable", "owner"),
        ("担当者", "owner"),
        ("Người phụ trách", "owner"),
        ("مالک", "owner"),
        ("Fecha límite", "deadline"),
        ("Échéance", "deadline"),
        ("締切", "deadline"),
        ("기한", "deadline"),
        ("Línea base", "baseline"),
        ("نقطهٔ شروع", "baseline"),
        ("Целевое значение", "target"),
        ("Cible", "target"),
        ("Gewichtung", "weight"),
        ("신뢰도", "confidence"),
    ],
)
def test_names_in_other_languages(name: str, field: str) -> None:
    assert canonical(name) == field
    assert canonical(f"**{name} 1**:") == field
    assert foreign_name(normalize("NFD", name)) == field


def test_names_of_other_languages_are_all_known_fields() -> None:
    from okrlint.language.vocabulary import groups

    assert set(groups("label_words")) - {""} <= FIELDS


def test_words_that_name_nothing() -> None:
    assert foreign_name("Café") is None
    assert foreign_name("12:30") is None
    assert foreign_name("") is None


def test_a_spanish_table_and_list() -> None:
    found = read_markdown(
        """
        # OKR del equipo de producto
        Período: 2026 Q2
        Responsable: Lucía Fernández

        ## Objetivo 1: Ser la app favorita de los repartidores

        | Resultado clave | Línea base | Meta | Responsable | Fecha límite | Confianza |
        |---|---|---|---|---|---|
        | Retención a 30 días | 41% | 55% | Marta | 2026-06-30 | 6/10 |
        | Valoración en la tienda | 3,9 | 4,5 | Iván | 2026-06-15 | 7/10 |

        ## Objetivo 2: Operar sin sobresaltos

        - Resultado clave 1: Menos incidentes críticos
          - Responsable: Iván
          - Peso: 60%
        """
    )
    assert statements(found) == [
        "Objetivo 1 Ser la app favorita de los repartidores",
        "- KR Retención a 30 días",
        "- KR Valoración en la tienda",
        "Objetivo 2 Operar sin sobresaltos",
        "- Resultado clave 1 Menos incidentes críticos",
    ]
    first, second = found.objectives
    assert facts(first) == {"inherited_owners": ["Lucía Fernández"]}
    assert facts(first.key_results[1]) == {
        "owners": ["Iván"], "due": "2026-06-15", "confidence": 0.7, "baseline": 3.9, "target": 4.5,
    }  # fmt: skip
    assert facts(second.key_results[0]) == {"owners": ["Iván"], "weight": 0.6}


def test_a_persian_table_of_fields() -> None:
    found = read_markdown(
        """
        # OKR

        ## Objective

        > عبور موفق از داوری

        ## Key Results

        ### KR1 — فروش آنلاین

        | | |
        |---|---|
        | **نقطهٔ شروع** | 3 |
        | **هدف** | 12 |
        | **مالک** | سارا |
        """
    )
    [objective] = found.objectives
    [result] = objective.key_results
    assert str(result.text) == "فروش آنلاین"
    assert facts(result) == {"owners": ["سارا"], "baseline": 3.0, "target": 12.0}


def test_a_name_over_the_statement() -> None:
    found = read_markdown(
        """
        # OKR Quý 2

        ## Mục tiêu 1: Nâng cao trải nghiệm

        ### KR1: Leading Indicator
        - **Nội dung:** **85% khách hàng quay lại trong 30 ngày**
        - **Lý do lựa chọn:** dự báo doanh thu
        """
    )
    assert statements(found) == ["Mục tiêu 1 Nâng cao trải nghiệm", "- KR1 85% khách hàng quay lại trong 30 ngày"]


def test_japanese_and_korean() -> None:
    found = read_markdown(
        """
        # 2026年Q2 OKR

        ## 目標1：顧客に愛されるサポートをつくる
        担当者：佐藤

        | 主要な結果 | 現状値 | 目標値 | 担当者 | 期限 |
        |---|---|---|---|---|
        | 解決率 | 71% | 85% | 田中 | 2026-06-30 |

        ## 목표 2: 누구나 쉽게 쓰는 제품

        핵심 결과:

        - 문의 건수 30% 감소
          - 담당자: 이서연
          - 신뢰도: 6/10
        """
    )
    assert statements(found) == [
        "目標1 顧客に愛されるサポートをつくる",
        "- KR 解決率",
        "목표 2 누구나 쉽게 쓰는 제품",
        "- KR 문의 건수 30% 감소",
    ]
    first, second = (objective.key_results[0] for objective in found.objectives)
    assert facts(first) == {"owners": ["田中"], "due": "2026-06-30", "target": 85.0, "current": 71.0}
    assert facts(second) == {"owners": ["이서연"], "confidence": 0.6, "target": 30.0}
