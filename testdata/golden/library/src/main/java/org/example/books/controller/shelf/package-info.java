/*
 * Copyright The Library
 * SPDX-License-Identifier: Apache-2.0
 */
/** What makes the world fit the objects. */
@NullMarked
package org.example.books.controller.shelf;

import org.jspecify.annotations.NullMarked;
