package sheet

import "tradewind.app/catalog"

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
