// Package viper stands in for github.com/spf13/viper.
package viper

import "strings"

type Viper struct{}

func New() *Viper { return nil }

func (v *Viper) BindEnv(input ...string) error         { return nil }
func (v *Viper) MustBindEnv(input ...string)           {}
func (v *Viper) AutomaticEnv()                         {}
func (v *Viper) SetEnvPrefix(in string)                {}
func (v *Viper) SetEnvKeyReplacer(r *strings.Replacer) {}
func (v *Viper) SetDefault(key string, value any)      {}
func (v *Viper) Get(key string) any                    { return nil }
func (v *Viper) GetString(key string) string           { return "" }
func (v *Viper) GetBool(key string) bool               { return false }
func (v *Viper) GetStringSlice(key string) []string    { return nil }

func BindEnv(input ...string) error         { return nil }
func MustBindEnv(input ...string)           {}
func AutomaticEnv()                         {}
func SetEnvPrefix(in string)                {}
func SetEnvKeyReplacer(r *strings.Replacer) {}
func SetDefault(key string, value any)      {}
func Get(key string) any                    { return nil }
func GetString(key string) string           { return "" }
func GetBool(key string) bool               { return false }
func GetStringSlice(key string) []string    { return nil }
