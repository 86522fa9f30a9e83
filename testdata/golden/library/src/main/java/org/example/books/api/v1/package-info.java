/*
 * Copyright The Library
 * SPDX-License-Identifier: Apache-2.0
 */
/** The kinds of {@code example.org/v1}. */
@NullMarked
package org.example.books.api.v1;

import org.jspecify.annotations.NullMarked;
