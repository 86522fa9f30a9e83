/*
 * SPDX-License-Identifier: Apache-2.0
 */
/** The kinds of {@code webapp.example.com/v1}. */
@NullMarked
package com.example.guestbook.api.v1;

import org.jspecify.annotations.NullMarked;
