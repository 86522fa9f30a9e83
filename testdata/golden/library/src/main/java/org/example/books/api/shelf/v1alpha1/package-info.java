/*
 * Copyright The Library
 * SPDX-License-Identifier: Apache-2.0
 */
/** The kinds of {@code shelf.example.org/v1alpha1}. */
@NullMarked
package org.example.books.api.shelf.v1alpha1;

import org.jspecify.annotations.NullMarked;
