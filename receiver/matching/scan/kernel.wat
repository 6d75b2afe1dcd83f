;; Finds the rows whose estimated similarity with a probe reaches a bound (docs/matching.md). `npm run kernel` assembles this into kernel.wasm.
;;
;; A row: `codeBytes` bytes of components, each plus 8 in four bits, then scale (f32), residual (f32), up to `stride` bytes. `codeBytes` is a
;; multiple of 16. Of the eight 16-bit lanes of 16 bytes, the lowest four bits are components 0 to 7, the next four 8 to 15, then 16 to
;; 23 and 24 to 31: so a shift and a mask give eight of them at once.
;; The probe: two components (i16) for each byte of a row, in their order. `excess`: 8 times their sum, which is what the codes of every row add.
;; A row is a candidate where  (sum over codes − excess) · scale · probeScale + residual · probeNorm ≥ bound.
;;
;; Four quarters are read side by side: memory answers several streams faster than one.
(module
  (import "env" "memory" (memory 1 65536 shared))

  (func $sum (param $lanes v128) (result f64)
    (f64.convert_i32_s
      (i32.add
        (i32.add (i32x4.extract_lane 0 (local.get $lanes)) (i32x4.extract_lane 1 (local.get $lanes)))
        (i32.add (i32x4.extract_lane 2 (local.get $lanes)) (i32x4.extract_lane 3 (local.get $lanes))))))

  ;; Writes the row's address to $out where it is a candidate, and answers where the next one goes.
  (func $judge
    (param $lanes v128) (param $row i32) (param $codeBytes i32)
    (param $probeScale f64) (param $probeNorm f64) (param $bound f64) (param $out i32) (result i32)
    (local $tail i32)
    (local.set $tail (i32.add (local.get $row) (local.get $codeBytes)))
    (if (f64.ge
          (f64.add
            (f64.mul
              (f64.mul (call $sum (local.get $lanes)) (f64.promote_f32 (f32.load (local.get $tail))))
              (local.get $probeScale))
            (f64.mul (f64.promote_f32 (f32.load offset=4 (local.get $tail))) (local.get $probeNorm)))
          (local.get $bound))
      (then
        (i32.store (local.get $out) (local.get $row))
        (return (i32.add (local.get $out) (i32.const 4)))))
    (local.get $out))

  ;; Looks at 4 · $count rows from $rows on. Answers the end of the candidates' addresses that begin at $out.
  (func (export "scan")
    (param $rows i32) (param $count i32) (param $stride i32) (param $codeBytes i32)
    (param $probe i32) (param $excess i32) (param $probeScale f64) (param $probeNorm f64) (param $bound f64)
    (param $out i32) (result i32)
    (local $row0 i32) (local $row1 i32) (local $row2 i32) (local $row3 i32)
    (local $at0 i32) (local $at1 i32) (local $at2 i32) (local $at3 i32)
    (local $sum0 v128) (local $sum1 v128) (local $sum2 v128) (local $sum3 v128)
    (local $quarter i32) (local $end i32) (local $tail i32) (local $p i32) (local $part v128)
    (local $code0 v128) (local $code1 v128) (local $code2 v128) (local $code3 v128)
    (local $low v128) (local $first v128)
    (local.set $low (v128.const i16x8 15 15 15 15 15 15 15 15))
    (local.set $first
      (i32x4.replace_lane 0 (v128.const i32x4 0 0 0 0) (i32.sub (i32.const 0) (local.get $excess))))
    (local.set $quarter (i32.mul (local.get $count) (local.get $stride)))
    (local.set $row0 (local.get $rows))
    (local.set $row1 (i32.add (local.get $row0) (local.get $quarter)))
    (local.set $row2 (i32.add (local.get $row1) (local.get $quarter)))
    (local.set $row3 (i32.add (local.get $row2) (local.get $quarter)))
    (local.set $end (local.get $row1))
    (block $done
      (loop $nextRows
        (br_if $done (i32.ge_u (local.get $row0) (local.get $end)))
        (local.set $at0 (local.get $row0))
        (local.set $at1 (local.get $row1))
        (local.set $at2 (local.get $row2))
        (local.set $at3 (local.get $row3))
        (local.set $sum0 (local.get $first))
        (local.set $sum1 (local.get $first))
        (local.set $sum2 (local.get $first))
        (local.set $sum3 (local.get $first))
        (local.set $p (local.get $probe))
        (local.set $tail (i32.add (local.get $row0) (local.get $codeBytes)))
        (loop $nextComponents
          (local.set $code0 (v128.load (local.get $at0)))
          (local.set $code1 (v128.load (local.get $at1)))
          (local.set $code2 (v128.load (local.get $at2)))
          (local.set $code3 (v128.load (local.get $at3)))
          (local.set $part (v128.load (local.get $p)))
          (local.set $sum0 (i32x4.add (local.get $sum0) (i32x4.dot_i16x8_s (v128.and (local.get $code0) (local.get $low)) (local.get $part))))
          (local.set $sum1 (i32x4.add (local.get $sum1) (i32x4.dot_i16x8_s (v128.and (local.get $code1) (local.get $low)) (local.get $part))))
          (local.set $sum2 (i32x4.add (local.get $sum2) (i32x4.dot_i16x8_s (v128.and (local.get $code2) (local.get $low)) (local.get $part))))
          (local.set $sum3 (i32x4.add (local.get $sum3) (i32x4.dot_i16x8_s (v128.and (local.get $code3) (local.get $low)) (local.get $part))))
          (local.set $part (v128.load offset=16 (local.get $p)))
          (local.set $sum0 (i32x4.add (local.get $sum0) (i32x4.dot_i16x8_s (v128.and (i16x8.shr_u (local.get $code0) (i32.const 4)) (local.get $low)) (local.get $part))))
          (local.set $sum1 (i32x4.add (local.get $sum1) (i32x4.dot_i16x8_s (v128.and (i16x8.shr_u (local.get $code1) (i32.const 4)) (local.get $low)) (local.get $part))))
          (local.set $sum2 (i32x4.add (local.get $sum2) (i32x4.dot_i16x8_s (v128.and (i16x8.shr_u (local.get $code2) (i32.const 4)) (local.get $low)) (local.get $part))))
          (local.set $sum3 (i32x4.add (local.get $sum3) (i32x4.dot_i16x8_s (v128.and (i16x8.shr_u (local.get $code3) (i32.const 4)) (local.get $low)) (local.get $part))))
          (local.set $part (v128.load offset=32 (local.get $p)))
          (local.set $sum0 (i32x4.add (local.get $sum0) (i32x4.dot_i16x8_s (v128.and (i16x8.shr_u (local.get $code0) (i32.const 8)) (local.get $low)) (local.get $part))))
          (local.set $sum1 (i32x4.add (local.get $sum1) (i32x4.dot_i16x8_s (v128.and (i16x8.shr_u (local.get $code1) (i32.const 8)) (local.get $low)) (local.get $part))))
          (local.set $sum2 (i32x4.add (local.get $sum2) (i32x4.dot_i16x8_s (v128.and (i16x8.shr_u (local.get $code2) (i32.const 8)) (local.get $low)) (local.get $part))))
          (local.set $sum3 (i32x4.add (local.get $sum3) (i32x4.dot_i16x8_s (v128.and (i16x8.shr_u (local.get $code3) (i32.const 8)) (local.get $low)) (local.get $part))))
          (local.set $part (v128.load offset=48 (local.get $p)))
          (local.set $sum0 (i32x4.add (local.get $sum0) (i32x4.dot_i16x8_s (i16x8.shr_u (local.get $code0) (i32.const 12)) (local.get $part))))
          (local.set $sum1 (i32x4.add (local.get $sum1) (i32x4.dot_i16x8_s (i16x8.shr_u (local.get $code1) (i32.const 12)) (local.get $part))))
          (local.set $sum2 (i32x4.add (local.get $sum2) (i32x4.dot_i16x8_s (i16x8.shr_u (local.get $code2) (i32.const 12)) (local.get $part))))
          (local.set $sum3 (i32x4.add (local.get $sum3) (i32x4.dot_i16x8_s (i16x8.shr_u (local.get $code3) (i32.const 12)) (local.get $part))))
          (local.set $p (i32.add (local.get $p) (i32.const 64)))
          (local.set $at0 (i32.add (local.get $at0) (i32.const 16)))
          (local.set $at1 (i32.add (local.get $at1) (i32.const 16)))
          (local.set $at2 (i32.add (local.get $at2) (i32.const 16)))
          (local.set $at3 (i32.add (local.get $at3) (i32.const 16)))
          (br_if $nextComponents (i32.lt_u (local.get $at0) (local.get $tail))))
        (local.set $out (call $judge (local.get $sum0) (local.get $row0) (local.get $codeBytes) (local.get $probeScale) (local.get $probeNorm) (local.get $bound) (local.get $out)))
        (local.set $out (call $judge (local.get $sum1) (local.get $row1) (local.get $codeBytes) (local.get $probeScale) (local.get $probeNorm) (local.get $bound) (local.get $out)))
        (local.set $out (call $judge (local.get $sum2) (local.get $row2) (local.get $codeBytes) (local.get $probeScale) (local.get $probeNorm) (local.get $bound) (local.get $out)))
        (local.set $out (call $judge (local.get $sum3) (local.get $row3) (local.get $codeBytes) (local.get $probeScale) (local.get $probeNorm) (local.get $bound) (local.get $out)))
        (local.set $row0 (i32.add (local.get $row0) (local.get $stride)))
        (local.set $row1 (i32.add (local.get $row1) (local.get $stride)))
        (local.set $row2 (i32.add (local.get $row2) (local.get $stride)))
        (local.set $row3 (i32.add (local.get $row3) (local.get $stride)))
        (br $nextRows)))
    (local.get $out)))
