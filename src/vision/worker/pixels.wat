;; The loops over the pixels of an aligned face. `npm run kernel` assembles this into pixels-module.ts, for pixels.ts.
;;
;; Addresses and steps are in bytes. Runs are pairs of i32, the first pixel and the one behind the last; $runs is where the first
;; pair is, $runsEnd is behind the last. What computes several pixels at a time reads and writes up to 32 bytes more than it was
;; asked for. Sums are added up in the order of the pixels, so that a loop in JavaScript has the same bits.
(module
  (memory (export "memory") 1)

  ;; Grey values of the RGBA pixels from $source up to $end, four at a time: BT.601 luma, 0.299 red + 0.587 green + 0.114 blue,
  ;; rounded. In thousandths, which are whole numbers; only where they are a multiple of a thousand it matters that a loop in
  ;; JavaScript adds up fractions, and this does too.
  (func (export "grey") (param $source i32) (param $end i32) (param $target i32)
    (local $pixels v128) (local $byte v128) (local $red v128) (local $green v128) (local $blue v128)
    (local $thousandths v128) (local $grey v128) (local $firstTwo v128) (local $lastTwo v128)
    (local.set $byte (i32x4.splat (i32.const 255)))
    (block $done
      (loop $nextPixels
        (br_if $done (i32.ge_u (local.get $source) (local.get $end)))
        (local.set $pixels (v128.load (local.get $source)))
        (local.set $thousandths (i32x4.add (i32x4.splat (i32.const 500)) (i32x4.add
          (i32x4.dot_i16x8_s
            (v128.and (local.get $pixels) (i32x4.splat (i32.const 0x00ff00ff)))
            (v128.const i16x8 299 114 299 114 299 114 299 114))
          (i32x4.dot_i16x8_s
            (v128.and (i32x4.shr_u (local.get $pixels) (i32.const 8)) (local.get $byte))
            (v128.const i16x8 587 0 587 0 587 0 587 0)))))
        ;; Half of one more, so that no rounding of the quotient gets to the next whole number.
        (local.set $grey (i32x4.trunc_sat_f32x4_s (f32x4.mul
          (f32x4.add (f32x4.convert_i32x4_s (local.get $thousandths)) (f32x4.splat (f32.const 0.5)))
          (f32x4.splat (f32.const 0.001)))))
        (v128.store32_lane 0 (local.get $target)
          (i8x16.shuffle 0 4 8 12 0 0 0 0 0 0 0 0 0 0 0 0 (local.get $grey) (local.get $grey)))
        (if (v128.any_true (i32x4.eq (local.get $thousandths)
            (i32x4.mul (local.get $grey) (i32x4.splat (i32.const 1000)))))
          (then
            (local.set $red (v128.and (local.get $byte) (local.get $pixels)))
            (local.set $green (v128.and (local.get $byte) (i32x4.shr_u (local.get $pixels) (i32.const 8))))
            (local.set $blue (v128.and (local.get $byte) (i32x4.shr_u (local.get $pixels) (i32.const 16))))
            (local.set $firstTwo (i32x4.trunc_sat_f64x2_s_zero (f64x2.add (f64x2.add (f64x2.add
              (f64x2.mul (f64x2.convert_low_i32x4_s (local.get $red)) (v128.const f64x2 0.299 0.299))
              (f64x2.mul (f64x2.convert_low_i32x4_s (local.get $green)) (v128.const f64x2 0.587 0.587)))
              (f64x2.mul (f64x2.convert_low_i32x4_s (local.get $blue)) (v128.const f64x2 0.114 0.114)))
              (v128.const f64x2 0.5 0.5))))
            (local.set $lastTwo (i32x4.trunc_sat_f64x2_s_zero (f64x2.add (f64x2.add (f64x2.add
              (f64x2.mul (f64x2.convert_low_i32x4_s (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $red) (local.get $red))) (v128.const f64x2 0.299 0.299))
              (f64x2.mul (f64x2.convert_low_i32x4_s (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $green) (local.get $green))) (v128.const f64x2 0.587 0.587)))
              (f64x2.mul (f64x2.convert_low_i32x4_s (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $blue) (local.get $blue))) (v128.const f64x2 0.114 0.114)))
              (v128.const f64x2 0.5 0.5))))
            (v128.store32_lane 0 (local.get $target)
              (i8x16.shuffle 0 4 16 20 0 0 0 0 0 0 0 0 0 0 0 0 (local.get $firstTwo) (local.get $lastTwo)))))
        (local.set $source (i32.add (local.get $source) (i32.const 16)))
        (local.set $target (i32.add (local.get $target) (i32.const 4)))
        (br $nextPixels))))

  ;; Adds up the linear light of the runs' RGBA pixels, channel by channel, and writes three f64 to $out. $pixels: where the
  ;; runs' pixel 0 is. $linear: 256 f64, the light of each value.
  (func (export "light")
    (param $pixels i32) (param $runs i32) (param $runsEnd i32) (param $linear i32) (param $out i32)
    (local $at i32) (local $end i32) (local $red f64) (local $green f64) (local $blue f64)
    (block $done
      (loop $nextRun
        (br_if $done (i32.ge_u (local.get $runs) (local.get $runsEnd)))
        (local.set $at (i32.add (local.get $pixels) (i32.shl (i32.load (local.get $runs)) (i32.const 2))))
        (local.set $end (i32.add (local.get $pixels) (i32.shl (i32.load offset=4 (local.get $runs)) (i32.const 2))))
        (loop $nextPixel
          (local.set $red (f64.add (local.get $red) (f64.load
            (i32.add (local.get $linear) (i32.shl (i32.load8_u (local.get $at)) (i32.const 3))))))
          (local.set $green (f64.add (local.get $green) (f64.load
            (i32.add (local.get $linear) (i32.shl (i32.load8_u offset=1 (local.get $at)) (i32.const 3))))))
          (local.set $blue (f64.add (local.get $blue) (f64.load
            (i32.add (local.get $linear) (i32.shl (i32.load8_u offset=2 (local.get $at)) (i32.const 3))))))
          (local.set $at (i32.add (local.get $at) (i32.const 4)))
          (br_if $nextPixel (i32.lt_u (local.get $at) (local.get $end))))
        (local.set $runs (i32.add (local.get $runs) (i32.const 8)))
        (br $nextRun)))
    (f64.store (local.get $out) (local.get $red))
    (f64.store offset=8 (local.get $out) (local.get $green))
    (f64.store offset=16 (local.get $out) (local.get $blue)))

  ;; How much each of the runs' grey pixels differs from what its eight neighbours let expect (Immerkær's mask: 1 -2 1, -2 4 -2,
  ;; 1 -2 1), without sign, as an i16 each, one behind the other from $target on. Eight pixels at a time. $grey: where the runs'
  ;; pixel 0 is. $side: from a row to the next.
  (func (export "differences")
    (param $grey i32) (param $side i32) (param $runs i32) (param $runsEnd i32) (param $target i32)
    (local $at i32) (local $end i32) (local $corners v128) (local $sides v128)
    (block $done
      (loop $nextRun
        (br_if $done (i32.ge_u (local.get $runs) (local.get $runsEnd)))
        (local.set $at (i32.add (local.get $grey) (i32.load (local.get $runs))))
        (local.set $end (i32.add (local.get $grey) (i32.load offset=4 (local.get $runs))))
        (loop $nextPixels
          (local.set $corners (i16x8.add
            (i16x8.add
              (v128.load8x8_u (i32.sub (i32.sub (local.get $at) (local.get $side)) (i32.const 1)))
              (v128.load8x8_u offset=1 (i32.sub (local.get $at) (local.get $side))))
            (i16x8.add
              (v128.load8x8_u (i32.sub (i32.add (local.get $at) (local.get $side)) (i32.const 1)))
              (v128.load8x8_u offset=1 (i32.add (local.get $at) (local.get $side))))))
          (local.set $sides (i16x8.add
            (i16x8.add
              (v128.load8x8_u (i32.sub (local.get $at) (local.get $side)))
              (v128.load8x8_u (i32.add (local.get $at) (local.get $side))))
            (i16x8.add
              (v128.load8x8_u (i32.sub (local.get $at) (i32.const 1)))
              (v128.load8x8_u offset=1 (local.get $at)))))
          (v128.store (local.get $target) (i16x8.abs (i16x8.add
            (i16x8.sub (local.get $corners) (i16x8.shl (local.get $sides) (i32.const 1)))
            (i16x8.shl (v128.load8x8_u (local.get $at)) (i32.const 2)))))
          (local.set $at (i32.add (local.get $at) (i32.const 8)))
          (local.set $target (i32.add (local.get $target) (i32.const 16)))
          (br_if $nextPixels (i32.lt_u (local.get $at) (local.get $end))))
        ;; Back over those behind the run's end: the next run's begin there.
        (local.set $target (i32.sub (local.get $target)
          (i32.shl (i32.sub (local.get $at) (local.get $end)) (i32.const 1))))
        (local.set $runs (i32.add (local.get $runs) (i32.const 8)))
        (br $nextRun))))

  ;; Grey values of a row as f64, those from column $from up to $to of it, four at a time; beyond the row's ends, which are at 0 and
  ;; at $side, it goes on with its last one. $row: where its column 0 is.
  (func (export "widen") (param $row i32) (param $side i32) (param $from i32) (param $to i32) (param $target i32)
    (local $inside i32) (local $four v128)
    (local.set $inside (select (local.get $side) (local.get $to) (i32.lt_s (local.get $side) (local.get $to))))
    (block $atStart
      (loop $nextBefore
        (br_if $atStart (i32.ge_s (local.get $from) (i32.const 0)))
        (f64.store (local.get $target) (f64.convert_i32_u (i32.load8_u (local.get $row))))
        (local.set $from (i32.add (local.get $from) (i32.const 1)))
        (local.set $target (i32.add (local.get $target) (i32.const 8)))
        (br $nextBefore)))
    (block $atEnd
      (loop $nextPixels
        (br_if $atEnd (i32.ge_s (local.get $from) (local.get $inside)))
        (local.set $four (i32x4.extend_low_i16x8_u (i16x8.extend_low_i8x16_u
          (v128.load32_zero (i32.add (local.get $row) (local.get $from))))))
        (v128.store (local.get $target) (f64x2.convert_low_i32x4_s (local.get $four)))
        (v128.store offset=16 (local.get $target) (f64x2.convert_low_i32x4_s
          (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $four) (local.get $four))))
        (local.set $from (i32.add (local.get $from) (i32.const 4)))
        (local.set $target (i32.add (local.get $target) (i32.const 32)))
        (br $nextPixels)))
    ;; Back over those behind the end.
    (local.set $target (i32.sub (local.get $target)
      (i32.shl (i32.sub (local.get $from) (local.get $inside)) (i32.const 3))))
    (local.set $from (local.get $inside))
    (block $done
      (loop $nextBehind
        (br_if $done (i32.ge_s (local.get $from) (local.get $to)))
        (f64.store (local.get $target)
          (f64.convert_i32_u (i32.load8_u (i32.sub (i32.add (local.get $row) (local.get $side)) (i32.const 1)))))
        (local.set $from (i32.add (local.get $from) (i32.const 1)))
        (local.set $target (i32.add (local.get $target) (i32.const 8)))
        (br $nextBehind))))

  ;; Weighs each pixel of a rectangle with its neighbours, $step bytes apart, and writes it to $target. $source: its first pixel.
  ;; $width and $rows: its size. $rowStep: from a row to the next, in both. $reach: neighbours on each side, 4 or 7.
  (func (export "weigh")
    (param $source i32) (param $width i32) (param $rows i32) (param $rowStep i32) (param $target i32)
    (param $step i32) (param $reach i32)
    (local $end i32) (local $back i32)
    (local $k0 v128) (local $k1 v128) (local $k2 v128) (local $k3 v128)
    (local $k4 v128) (local $k5 v128) (local $k6 v128) (local $k7 v128)
    (local $step2 i32) (local $step3 i32) (local $step4 i32)
    (local $step5 i32) (local $step6 i32) (local $step7 i32)
    (local $sum v128)
    (local.set $k0 (v128.load64_splat offset=0 (i32.const 0)))
    (local.set $k1 (v128.load64_splat offset=8 (i32.const 0)))
    (local.set $k2 (v128.load64_splat offset=16 (i32.const 0)))
    (local.set $k3 (v128.load64_splat offset=24 (i32.const 0)))
    (local.set $k4 (v128.load64_splat offset=32 (i32.const 0)))
    (local.set $k5 (v128.load64_splat offset=40 (i32.const 0)))
    (local.set $k6 (v128.load64_splat offset=48 (i32.const 0)))
    (local.set $k7 (v128.load64_splat offset=56 (i32.const 0)))
    (local.set $step2 (i32.mul (local.get $step) (i32.const 2)))
    (local.set $step3 (i32.mul (local.get $step) (i32.const 3)))
    (local.set $step4 (i32.mul (local.get $step) (i32.const 4)))
    (local.set $step5 (i32.mul (local.get $step) (i32.const 5)))
    (local.set $step6 (i32.mul (local.get $step) (i32.const 6)))
    (local.set $step7 (i32.mul (local.get $step) (i32.const 7)))
    ;; From behind a row's last pixels to the first of the next, in steps of two pixels.
    (local.set $back (i32.sub (local.get $rowStep)
      (i32.and (i32.add (local.get $width) (i32.const 15)) (i32.const -16))))
    (block $done
      (loop $nextRow
        (br_if $done (i32.eqz (local.get $rows)))
        (local.set $rows (i32.sub (local.get $rows) (i32.const 1)))
        (local.set $end (i32.add (local.get $source) (local.get $width)))
        (loop $nextPixels
          (local.set $sum (f64x2.mul (local.get $k0) (v128.load (local.get $source))))
          (local.set $sum (f64x2.add (local.get $sum) (f64x2.mul (local.get $k1) (f64x2.add
            (v128.load (i32.sub (local.get $source) (local.get $step)))
            (v128.load (i32.add (local.get $source) (local.get $step)))))))
          (local.set $sum (f64x2.add (local.get $sum) (f64x2.mul (local.get $k2) (f64x2.add
            (v128.load (i32.sub (local.get $source) (local.get $step2)))
            (v128.load (i32.add (local.get $source) (local.get $step2)))))))
          (local.set $sum (f64x2.add (local.get $sum) (f64x2.mul (local.get $k3) (f64x2.add
            (v128.load (i32.sub (local.get $source) (local.get $step3)))
            (v128.load (i32.add (local.get $source) (local.get $step3)))))))
          (local.set $sum (f64x2.add (local.get $sum) (f64x2.mul (local.get $k4) (f64x2.add
            (v128.load (i32.sub (local.get $source) (local.get $step4)))
            (v128.load (i32.add (local.get $source) (local.get $step4)))))))
          (if (i32.gt_u (local.get $reach) (i32.const 4))
            (then
              (local.set $sum (f64x2.add (local.get $sum) (f64x2.mul (local.get $k5) (f64x2.add
                (v128.load (i32.sub (local.get $source) (local.get $step5)))
                (v128.load (i32.add (local.get $source) (local.get $step5)))))))
              (local.set $sum (f64x2.add (local.get $sum) (f64x2.mul (local.get $k6) (f64x2.add
                (v128.load (i32.sub (local.get $source) (local.get $step6)))
                (v128.load (i32.add (local.get $source) (local.get $step6)))))))
              (local.set $sum (f64x2.add (local.get $sum) (f64x2.mul (local.get $k7) (f64x2.add
                (v128.load (i32.sub (local.get $source) (local.get $step7)))
                (v128.load (i32.add (local.get $source) (local.get $step7)))))))))
          (v128.store (local.get $target) (local.get $sum))
          (local.set $source (i32.add (local.get $source) (i32.const 16)))
          (local.set $target (i32.add (local.get $target) (i32.const 16)))
          (br_if $nextPixels (i32.lt_u (local.get $source) (local.get $end))))
        (local.set $source (i32.add (local.get $source) (local.get $back)))
        (local.set $target (i32.add (local.get $target) (local.get $back)))
        (br $nextRow))))

  ;; Energy of the runs' f64 pixels, squared differences between the neighbours on both sides, across and down, in two pictures of
  ;; one shape at once, so that one sum does not wait for the other. Writes two f64 to $out. $one, $other: where the runs' pixel 0
  ;; is. $step: from a row to the next.
  (func (export "energies")
    (param $one i32) (param $other i32) (param $step i32) (param $runs i32) (param $runsEnd i32) (param $out i32)
    (local $at i32) (local $end i32) (local $away i32) (local $across f64) (local $down f64)
    (local $oneSum f64) (local $otherSum f64)
    (local.set $away (i32.sub (local.get $other) (local.get $one)))
    (block $done
      (loop $nextRun
        (br_if $done (i32.ge_u (local.get $runs) (local.get $runsEnd)))
        (local.set $at (i32.add (local.get $one) (i32.shl (i32.load (local.get $runs)) (i32.const 3))))
        (local.set $end (i32.add (local.get $one) (i32.shl (i32.load offset=4 (local.get $runs)) (i32.const 3))))
        (loop $nextPixel
          (local.set $across (f64.sub
            (f64.load offset=8 (local.get $at)) (f64.load (i32.sub (local.get $at) (i32.const 8)))))
          (local.set $down (f64.sub
            (f64.load (i32.add (local.get $at) (local.get $step))) (f64.load (i32.sub (local.get $at) (local.get $step)))))
          (local.set $oneSum (f64.add (local.get $oneSum) (f64.add
            (f64.mul (local.get $across) (local.get $across)) (f64.mul (local.get $down) (local.get $down)))))
          (local.set $other (i32.add (local.get $at) (local.get $away)))
          (local.set $across (f64.sub
            (f64.load offset=8 (local.get $other)) (f64.load (i32.sub (local.get $other) (i32.const 8)))))
          (local.set $down (f64.sub
            (f64.load (i32.add (local.get $other) (local.get $step))) (f64.load (i32.sub (local.get $other) (local.get $step)))))
          (local.set $otherSum (f64.add (local.get $otherSum) (f64.add
            (f64.mul (local.get $across) (local.get $across)) (f64.mul (local.get $down) (local.get $down)))))
          (local.set $at (i32.add (local.get $at) (i32.const 8)))
          (br_if $nextPixel (i32.lt_u (local.get $at) (local.get $end))))
        (local.set $runs (i32.add (local.get $runs) (i32.const 8)))
        (br $nextRun)))
    (f64.store (local.get $out) (local.get $oneSum))
    (f64.store offset=8 (local.get $out) (local.get $otherSum))))
