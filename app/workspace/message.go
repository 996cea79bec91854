package workspace

import "strings"

// How the errors of use cases are said: each names its message in app/text.

// Message implements text.Speaker.
func (e *UnknownProductError) Message() (string, []any) {
	return "error-product-unknown", []any{"code", e.Code}
}

// Message implements text.Speaker.
func (e *UnknownFieldError) Message() (string, []any) {
	if len(e.Near) == 0 {
		return "error-field-unknown", []any{"field", string(e.Name)}
	}
	near := make([]string, len(e.Near))
	for i, f := range e.Near {
		near[i] = string(f)
	}
	return "error-field-near", []any{"field", string(e.Name), "near", strings.Join(near, ", ")}
}

// Message implements text.Speaker.
func (e *UnknownFieldsError) Message() (string, []any) {
	return "error-field-unknown", []any{"field", strings.Join(e.Columns, ", ")}
}

// Message implements text.Speaker.
func (e *UnknownChannelError) Message() (string, []any) {
	return "error-channel-unknown", []any{"name", e.Name, "known", strings.Join(e.Known, ", ")}
}

// Message implements text.Speaker.
func (e *RateError) Message() (string, []any) {
	return "error-rate", []any{"currency", e.Currency, "value", e.Value}
}

// Message implements text.Speaker.
func (e *SettingError) Message() (string, []any) {
	return "error-setting", []any{"key", e.Key, "value", e.Value, "known", strings.Join(SettingKeys(), ", ")}
}

// Message implements text.Speaker.
func (e *ConflictError) Message() (string, []any) {
	return "error-product-conflict", []any{"count", len(e.Clashes)}
}

// Message implements text.Speaker.
func (e *BulkEditError) Message() (string, []any) {
	return "error-bulk-edit", []any{"field", string(e.Field)}
}

// Message implements text.Speaker.
func (LineGoneError) Message() (string, []any) { return "error-line-gone", nil }
