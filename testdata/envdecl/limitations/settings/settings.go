// Package settings lets viper look at the environment for the whole program.
package settings

import "github.com/spf13/viper"

func init() { viper.AutomaticEnv() }
