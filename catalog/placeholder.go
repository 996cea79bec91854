package catalog

import "strings"

// placeholders are what people and marketplaces write where there is nothing: eBay
// wants "Does not apply" for goods without a barcode.
var placeholders = map[string]bool{
	"": true, "-": true, "--": true, "---": true, "–": true, "—": true, "/": true, "?": true, "n/a": true, "na": true, "n.a": true, "#n/a": true,
	"none": true, "null": true, "nil": true, "nan": true, "undefined": true, "unknown": true, "tbd": true, "tba": true, "pending": true,
	"does not apply": true, "doesn't apply": true, "do not apply": true, "not applicable": true, "not available": true, "unavailable": true,
	"no barcode": true, "no upc": true, "no ean": true, "no gtin": true, "no sku": true, "no code": true, "without barcode": true,
	"gtin exempt": true, "exempt": true, "gtinexempt": true, "not found": true, "missing": true, "empty": true, "blank": true,
	"ohne": true, "kein": true, "keiner": true, "entfällt": true, "sans": true, "aucun": true, "aucune": true, "ninguno": true, "ninguna": true, "nessuno": true, "brak": true,
	"unbranded": true, "nicht zutreffend": true, "keine": true, "no aplica": true, "non applicable": true, "non applicabile": true, "não aplicável": true,
	"无": true, "没有": true, "不适用": true, "无条码": true, "暂无": true, "нет": true,
}

// IsPlaceholder reports whether a text only says that there is nothing to say.
func IsPlaceholder(text string) bool {
	if len(text) > 40 || strings.ContainsAny(text, "0123456789") {
		return false // as nearly all that is asked for
	}
	text = strings.ToLower(strings.Join(strings.Fields(text), " "))
	return placeholders[text] || placeholders[strings.Trim(text, ".()[]*")]
}
