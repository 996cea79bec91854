package sheet

import (
	"strings"

	"tradewind.app/catalog"
)

// languageWords are the languages that a header may say its texts are in.
var languageWords = map[string]catalog.Locale{
	"en": catalog.Source, "eng": catalog.Source, "english": catalog.Source, "英文": catalog.Source, "英语": catalog.Source,
	"zh": catalog.SimplifiedChinese, "cn": catalog.SimplifiedChinese, "zh-cn": catalog.SimplifiedChinese,
	"zh-hans": catalog.SimplifiedChinese, "chinese": catalog.SimplifiedChinese,
	"中文": catalog.SimplifiedChinese, "简体": catalog.SimplifiedChinese, "简体中文": catalog.SimplifiedChinese,
	"simplified chinese": catalog.SimplifiedChinese, "zhcn": catalog.SimplifiedChinese,
	"zh_cn": catalog.SimplifiedChinese,
	"tw":    catalog.TraditionalChinese, "zh-tw": catalog.TraditionalChinese, "zh-hant": catalog.TraditionalChinese,
	"繁体": catalog.TraditionalChinese, "繁體": catalog.TraditionalChinese,
	"traditional chinese": catalog.TraditionalChinese,
}

// currencyWord reads a currency in a header: a sign, a code, a Chinese name.
// Codes that are English words (ALL, TOP) are not among them.
func currencyWord(s string) string {
	return currencyWords[strings.ToLower(strings.TrimSpace(s))]
}

var currencyWords = map[string]string{
	"$": "USD", "us$": "USD", "usd": "USD", "us dollar": "USD", "dollars": "USD", "美元": "USD", "美金": "USD",
	"元": "CNY", "rmb": "CNY", "cny": "CNY", "人民币": "CNY", "人民币元": "CNY", "¥": "CNY", "￥": "CNY", "yuan": "CNY",
	"€": "EUR", "eur": "EUR", "euro": "EUR", "欧元": "EUR", "£": "GBP", "gbp": "GBP", "英镑": "GBP",
	"jpy": "JPY", "日元": "JPY", "円": "JPY", "cad": "CAD", "ca$": "CAD", "加元": "CAD", "aud": "AUD", "a$": "AUD",
	"澳元": "AUD", "nzd": "NZD",
	"hkd": "HKD", "hk$": "HKD", "港币": "HKD", "港元": "HKD", "twd": "TWD", "nt$": "TWD", "台币": "TWD", "krw": "KRW",
	"韩元": "KRW", "sgd": "SGD", "chf": "CHF",
	"sek": "SEK", "nok": "NOK", "dkk": "DKK", "rub": "RUB", "руб": "RUB", "руб.": "RUB", "uah": "UAH", "грн": "UAH",
	"pln": "PLN", "thb": "THB", "inr": "INR", "mxn": "MXN", "brl": "BRL", "vnd": "VND",
}
