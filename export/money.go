package export

import (
	"github.com/shopspring/decimal"

	"tradewind.app/catalog"
)

// convert turns an amount into the channel's currency by the rates of the
// options, rounded half up to that currency's decimals. The problem says which
// rate is missing.
func (k *Checker) convert(m catalog.Money, field catalog.Field) (catalog.Money, *catalog.Problem) {
	to := k.currency()
	if m.IsZero() || to == "" || m.Currency == to {
		return m, nil
	}
	rate, ok := k.opts.Rates[m.Currency+"/"+to]
	if !ok || !rate.IsPositive() {
		p := catalog.NewProblem("price-currency", catalog.Blocked, field, "from", m.Currency, "to", to, "channel", k.channel.Name())
		return catalog.Money{}, &p
	}
	amount := m.Amount.Mul(rate).Round(int32(catalog.Decimals(to)))
	return catalog.Money{Amount: amount, Currency: to}, nil
}

// own is the product's own value for a column of this channel: the variant's,
// channel.NAME.COLUMN.SKU, before the product's, channel.NAME.COLUMN.
func (s *subject) own(column string) (string, bool) {
	if len(s.product.ChannelValues) == 0 {
		return "", false
	}
	if s.variant != nil && s.variant.SKU != "" {
		if value, ok := s.product.ChannelValue(s.channel.Name(), column+"."+s.variant.SKU); ok {
			return value, true
		}
	}
	return s.product.ChannelValue(s.channel.Name(), column)
}

// currency is that of the channel's prices; empty when the shop has not
// said which currency is its own.
func (k *Checker) currency() string {
	if c := k.channel.spec.Currency; c != ShopCurrency {
		return c
	}
	return k.opts.Currency
}

// Rates are exchange rates: "USD/CNY" is how many yuan one dollar is.
type Rates map[string]decimal.Decimal

func (s *subject) money(text string, field catalog.Field) (string, *catalog.Problem) {
	m, err := catalog.ParseMoney(text, s.currency())
	if err != nil {
		p := catalog.NewProblem("price-unreadable", catalog.Blocked, field, "value", text)
		return "", &p
	}
	m, problem := s.convert(m, field)
	return m.String(), problem
}
