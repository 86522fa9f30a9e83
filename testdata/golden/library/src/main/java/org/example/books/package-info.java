/*
 * Copyright The Library
 * SPDX-License-Identifier: Apache-2.0
 */
/** The operator: where it starts and what it is made of. */
@NullMarked
package org.example.books;

import org.jspecify.annotations.NullMarked;
