package text

import "testing"

func TestParseLanguage(t *testing.T) {
	tests := map[string]struct {
		want Language
		ok   bool
	}{
		"zh_CN.UTF-8": {Chinese, true}, "zh": {Chinese, true}, "zh-Hans": {Chinese, true}, "zh_TW.Big5@stroke": {Chinese, true},
		"zh-CHT": {Chinese, true}, "zh-CHS": {Chinese, true}, "ZH_cn": {Chinese, true}, "yue-HK": {Chinese, true},
		"en": {English, true}, "en_US.UTF-8": {English, true}, "en-GB": {English, true},
		"C": {"", false}, "POSIX": {"", false}, "C.UTF-8": {"", false}, "de_DE": {"", false}, "": {"", false}, "zhx": {"", false},
	}
	for tag, want := range tests {
		if got, ok := ParseLanguage(tag); got != want.want || ok != want.ok {
			t.Errorf("ParseLanguage(%q) = %q, %v, want %q, %v", tag, got, ok, want.want, want.ok)
		}
	}
}

func TestDetect(t *testing.T) {
	tests := []struct {
		all, messages, lang string
		want                Language
	}{
		{"", "", "", English},
		{"", "", "zh_CN.UTF-8", Chinese},
		{"", "en_US.UTF-8", "zh_CN.UTF-8", English},
		{"C", "zh_CN", "zh_CN", English},
		{"zh_CN.GBK", "en_US", "en_US", Chinese},
		{"", "", "de_DE.UTF-8", English},
	}
	for _, tt := range tests {
		env := map[string]string{"LC_ALL": tt.all, "LC_MESSAGES": tt.messages, "LANG": tt.lang}
		if got := Detect(func(name string) string { return env[name] }); got != tt.want {
			t.Errorf("Detect(%v) = %q, want %q", env, got, tt.want)
		}
	}
}
