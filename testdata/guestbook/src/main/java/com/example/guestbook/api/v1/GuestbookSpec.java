/*
 * SPDX-License-Identifier: Apache-2.0
 */
package com.example.guestbook.api.v1;

import dev.jop.markers.validation.Default;
import dev.jop.markers.validation.Minimum;
import dev.jop.markers.validation.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a guestbook should be.
 *
 * @param greeting what it says to whoever opens it
 * @param pages how many pages it has
 */
public record GuestbookSpec(
    @Pattern("[A-Za-z ,!]+") String greeting,
    @Minimum(1) @Default("10") @Nullable Integer pages) {}
