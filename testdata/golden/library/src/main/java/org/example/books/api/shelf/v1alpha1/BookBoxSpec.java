/*
 * Copyright The Library
 * SPDX-License-Identifier: Apache-2.0
 */
package org.example.books.api.shelf.v1alpha1;

import dev.jop.markers.validation.Default;
import dev.jop.markers.validation.MaxLength;

/**
 * What is wanted of a BookBox.
 *
 * @param message what its condition Ready tells; an example, put your own fields in its place
 */
public record BookBoxSpec(@Default("Hello") @MaxLength(1024) String message) {}
