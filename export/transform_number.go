package export

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"tradewind.app/catalog"
)

// The transforms of money, measures and codes. They read the text forms of the
// catalogue: "12.99 USD", "340 g".

// decimalsOf makes a money transform of a number of decimals; without one the
// currency's own is taken.
func decimalsOf(f func(m catalog.Money, decimals int32) string) maker {
	return func(args []string) (step, error) {
		decimals := -1
		if len(args) > 1 {
			return nil, fmt.Errorf("it takes a number of decimals")
		}
		if len(args) == 1 {
			n, err := strconv.Atoi(args[0])
			if err != nil || n < 0 || n > 6 {
				return nil, fmt.Errorf("%q is not a number of decimals", args[0])
			}
			decimals = n
		}
		return func(text string) (string, error) {
			m, err := catalog.ParseMoney(text, "XXX")
			if err != nil {
				return "", unfit("price-unreadable", err)
			}
			if decimals < 0 {
				return f(m, int32(catalog.Decimals(m.Currency))), nil
			}
			return f(m, int32(decimals)), nil
		}, nil
	}
}

func amount(m catalog.Money, decimals int32) string { return m.Amount.StringFixed(decimals) }

func money(m catalog.Money, decimals int32) string {
	return m.Amount.StringFixed(decimals) + " " + m.Currency
}

// minorUnits is an amount in the smallest unit of its currency: fen, cents.
func minorUnits(text string) (string, error) {
	m, err := catalog.ParseMoney(text, "XXX")
	if err != nil {
		return "", unfit("price-unreadable", err)
	}
	return m.Amount.Shift(int32(catalog.Decimals(m.Currency))).StringFixed(0), nil
}

func currency(text string) (string, error) {
	m, err := catalog.ParseMoney(text, "XXX")
	if err != nil {
		return "", unfit("price-unreadable", err)
	}
	return m.Currency, nil
}

// measureIn gives the bare number of a measure in a unit.
func measureIn(args []string) (step, error) {
	if len(args) != 2 {
		return nil, fmt.Errorf("it takes a unit and a number of decimals")
	}
	unit, ok := catalog.LookupUnit(args[0])
	decimals, err := strconv.Atoi(args[1])
	if !ok || err != nil || decimals < 0 || decimals > 6 {
		return nil, fmt.Errorf("it takes a unit and a number of decimals")
	}
	return func(text string) (string, error) {
		value, err := convertMeasure(text, unit)
		if err != nil {
			return "", unfit("measure-unreadable", err)
		}
		return value.StringFixed(int32(decimals)), nil
	}, nil
}

// unitAmong keeps a measure whose unit is listed and converts any other to the first.
func unitAmong(args []string) (step, error) {
	units := make(map[catalog.Unit]bool)
	for _, word := range args {
		unit, ok := catalog.LookupUnit(word)
		if !ok {
			return nil, fmt.Errorf("unknown unit %q", word)
		}
		units[unit] = true
	}
	if len(units) == 0 {
		return nil, fmt.Errorf("it takes units")
	}
	first, _ := catalog.LookupUnit(args[0])
	return func(text string) (string, error) {
		if m, err := catalog.ParseMeasure(text, ""); err == nil && units[m.Unit] {
			return m.String(), nil
		}
		value, err := convertMeasure(text, first)
		if err != nil {
			return "", unfit("measure-unreadable", err)
		}
		return value.Round(3).String() + " " + string(first), nil
	}, nil
}

func convertMeasure(text string, unit catalog.Unit) (decimal.Decimal, error) {
	m, err := catalog.ParseMeasure(text, "")
	if err != nil {
		return decimal.Decimal{}, err
	}
	value, ok := m.In(unit)
	if !ok {
		return decimal.Decimal{}, fmt.Errorf("%s cannot be told in %s", m, unit)
	}
	return value, nil
}

// gtin refuses a code that is wrong: marketplaces look it up.
func gtin(text string) (string, error) {
	code, p := GTIN(text)
	if p != nil {
		return "", unfit(p.Code, nil).propose(p.Fix)
	}
	return code, nil
}

// wordPairs reads word=word.
func wordPairs(args []string) (map[string]string, error) {
	words := make(map[string]string)
	for _, arg := range args {
		from, to, ok := strings.Cut(arg, "=")
		if !ok {
			return nil, fmt.Errorf("%q is not word=word", arg)
		}
		words[from] = to
	}
	if len(words) == 0 {
		return nil, fmt.Errorf("it takes pairs of words")
	}
	return words, nil
}

// mapWords turns the words of an enumeration into another's. A word that is not
// listed is refused.
func mapWords(args []string) (step, error) {
	words, err := wordPairs(args)
	if err != nil {
		return nil, err
	}
	return func(text string) (string, error) {
		to, ok := words[strings.ToLower(text)]
		if !ok {
			return "", unfit("value-not-allowed", nil).among(slices.Sorted(maps.Keys(words)))
		}
		return to, nil
	}, nil
}
