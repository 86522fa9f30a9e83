/*
 * SPDX-License-Identifier: Apache-2.0
 */
/** The operator: where it starts and what it is made of. */
@NullMarked
package com.example.guestbook;

import org.jspecify.annotations.NullMarked;
