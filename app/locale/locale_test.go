package locale

import "testing"

func TestSettle(t *testing.T) {
	tests := map[string]struct {
		env  map[string]string
		want string // LANGUAGE afterwards
	}{
		"nothing set":          {map[string]string{}, ""},
		"neutral":              {map[string]string{"LANG": "C"}, ""},
		"neutral with UTF-8":   {map[string]string{"LANG": "C.UTF-8"}, "en"},
		"LC_ALL decides":       {map[string]string{"LC_ALL": "zh_CN.UTF-8", "LANG": "C.UTF-8"}, ""},
		"LC_MESSAGES decides":  {map[string]string{"LC_MESSAGES": "C.utf8", "LANG": "de_DE.UTF-8"}, "en"},
		"LANGUAGE set already": {map[string]string{"LANG": "C.UTF-8", "LANGUAGE": "zh"}, "zh"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			get := func(key string) (string, bool) { v, ok := tt.env[key]; return v, ok }
			set := func(key, value string) error { tt.env[key] = value; return nil }
			if err := setLanguage(get, set); err != nil {
				t.Fatal(err)
			}
			if got := tt.env["LANGUAGE"]; got != tt.want {
				t.Errorf("LANGUAGE = %q, want %q", got, tt.want)
			}
		})
	}
}
