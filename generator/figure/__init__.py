"""The figure: the body, its structures, hands, postures and things to use, as shapes in millimetres. Draws nothing."""
