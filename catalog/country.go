package catalog

import (
	"strings"

	"golang.org/x/text/language"
)

// countryNames are the names that shops write for the countries goods come from,
// lower case; ISO codes of two and three letters are read by x/text.
var countryNames = map[string]string{
	"usa": "US", "u.s.a.": "US", "u.s.": "US", "united states": "US", "united states of america": "US", "america": "US", "美国": "US",
	"china": "CN", "p.r.c.": "CN", "prc": "CN", "中国": "CN", "canada": "CA", "加拿大": "CA", "mexico": "MX", "墨西哥": "MX",
	"united kingdom": "GB", "great britain": "GB", "england": "GB", "uk": "GB", "英国": "GB", "germany": "DE", "德国": "DE", "france": "FR", "法国": "FR",
	"italy": "IT", "意大利": "IT", "spain": "ES", "西班牙": "ES", "portugal": "PT", "葡萄牙": "PT", "netherlands": "NL", "holland": "NL", "荷兰": "NL",
	"belgium": "BE", "比利时": "BE", "switzerland": "CH", "瑞士": "CH", "austria": "AT", "奥地利": "AT", "sweden": "SE", "瑞典": "SE", "denmark": "DK", "丹麦": "DK",
	"norway": "NO", "挪威": "NO", "finland": "FI", "芬兰": "FI", "ireland": "IE", "爱尔兰": "IE", "poland": "PL", "波兰": "PL", "turkey": "TR", "türkiye": "TR", "土耳其": "TR",
	"ukraine": "UA", "乌克兰": "UA", "russia": "RU", "俄罗斯": "RU", "greece": "GR", "希腊": "GR",
	"japan": "JP", "日本": "JP", "south korea": "KR", "korea": "KR", "republic of korea": "KR", "韩国": "KR", "taiwan": "TW", "中国台湾": "TW", "台湾": "TW",
	"hong kong": "HK", "中国香港": "HK", "香港": "HK", "vietnam": "VN", "viet nam": "VN", "越南": "VN", "thailand": "TH", "泰国": "TH",
	"indonesia": "ID", "印度尼西亚": "ID", "malaysia": "MY", "马来西亚": "MY", "philippines": "PH", "菲律宾": "PH", "india": "IN", "印度": "IN",
	"bangladesh": "BD", "孟加拉国": "BD", "pakistan": "PK", "巴基斯坦": "PK", "sri lanka": "LK", "斯里兰卡": "LK", "cambodia": "KH", "柬埔寨": "KH",
	"australia": "AU", "澳大利亚": "AU", "new zealand": "NZ", "新西兰": "NZ", "brazil": "BR", "巴西": "BR", "chile": "CL", "智利": "CL", "peru": "PE", "秘鲁": "PE",
	"argentina": "AR", "阿根廷": "AR", "colombia": "CO", "哥伦比亚": "CO", "guatemala": "GT", "危地马拉": "GT", "ethiopia": "ET", "埃塞俄比亚": "ET",
	"south africa": "ZA", "南非": "ZA", "morocco": "MA", "摩洛哥": "MA", "egypt": "EG", "埃及": "EG", "israel": "IL", "以色列": "IL",
	"ecuador": "EC", "厄瓜多尔": "EC", "costa rica": "CR", "哥斯达黎加": "CR", "nepal": "NP", "尼泊尔": "NP", "kenya": "KE", "肯尼亚": "KE",
	"iceland": "IS", "冰岛": "IS", "czech republic": "CZ", "czechia": "CZ", "捷克": "CZ", "hungary": "HU", "匈牙利": "HU", "romania": "RO", "罗马尼亚": "RO",
	"singapore": "SG", "新加坡": "SG", "madagascar": "MG", "马达加斯加": "MG",
}

// ParseCountry reads a country's name or ISO code and returns its alpha-2 code.
func ParseCountry(s string) (string, bool) {
	s = strings.TrimSpace(s)
	if code, ok := countryNames[strings.ToLower(s)]; ok {
		return code, true
	}
	if len(s) != 2 && len(s) != 3 {
		return "", false
	}
	region, err := language.ParseRegion(strings.ToUpper(s))
	if err != nil || !region.IsCountry() {
		return "", false
	}
	return region.String(), true
}
