;; One party's summand of the dot products of many rows, modulo 2³² (docs/three-operators.md). `npm run kernel` assembles this into
;; dot-kernel-module.ts.
;;
;; All addresses are in bytes. A row is `width` words of 32 bits; rows lie one after the other, each party's two components apart.
;; out[row] = sum over the row of  own · forOwn + next · forNext. Four words at a time, and the last few, if any, one by one.
;;
;; Two rows at a time, `apart` rows from each other: `rows` of them from the one place on, and as many from the other. What takes the time
;; is to wait for memory, which brings more where it is asked for more at once. With `apart` 0, each row is computed twice.
(module
  (import "env" "memory" (memory 1))

  (func $sum (param $lanes v128) (result i32)
    (i32.add
      (i32.add (i32x4.extract_lane 0 (local.get $lanes)) (i32x4.extract_lane 1 (local.get $lanes)))
      (i32.add (i32x4.extract_lane 2 (local.get $lanes)) (i32x4.extract_lane 3 (local.get $lanes)))))

  (func (export "dotProducts")
    (param $own i32) (param $next i32) (param $rows i32) (param $apart i32) (param $width i32)
    (param $forOwn i32) (param $forNext i32) (param $out i32)
    (local $end i32) (local $endOfRow i32) (local $endOfFours i32) (local $p i32) (local $q i32)
    (local $outApart i32) (local $ofOwn v128) (local $ofNext v128)
    ;; Four sums, so that no product waits for another.
    (local $a v128) (local $b v128) (local $c v128) (local $d v128) (local $first i32) (local $second i32)
    (local.set $outApart (i32.shl (local.get $apart) (i32.const 2)))
    (local.set $apart (i32.mul (local.get $outApart) (local.get $width)))
    (local.set $end (i32.add (local.get $out) (i32.shl (local.get $rows) (i32.const 2))))
    (block $allRows
      (loop $row
        (br_if $allRows (i32.ge_u (local.get $out) (local.get $end)))
        (local.set $endOfRow (i32.add (local.get $own) (i32.shl (local.get $width) (i32.const 2))))
        (local.set $endOfFours
          (i32.add (local.get $own) (i32.shl (i32.and (local.get $width) (i32.const -4)) (i32.const 2))))
        (local.set $p (local.get $forOwn))
        (local.set $q (local.get $forNext))
        (local.set $a (v128.const i32x4 0 0 0 0))
        (local.set $b (v128.const i32x4 0 0 0 0))
        (local.set $c (v128.const i32x4 0 0 0 0))
        (local.set $d (v128.const i32x4 0 0 0 0))
        (block $allFours
          (loop $four
            (br_if $allFours (i32.ge_u (local.get $own) (local.get $endOfFours)))
            (local.set $ofOwn (v128.load (local.get $p)))
            (local.set $ofNext (v128.load (local.get $q)))
            ;; Not a function: a call of one takes longer than what it would do.
            (local.set $a (i32x4.add (local.get $a) (i32x4.mul (local.get $ofOwn) (v128.load (local.get $own)))))
            (local.set $b (i32x4.add (local.get $b) (i32x4.mul (local.get $ofNext) (v128.load (local.get $next)))))
            (local.set $c
              (i32x4.add (local.get $c) (i32x4.mul (local.get $ofOwn) (v128.load (i32.add (local.get $own) (local.get $apart))))))
            (local.set $d
              (i32x4.add (local.get $d) (i32x4.mul (local.get $ofNext) (v128.load (i32.add (local.get $next) (local.get $apart))))))
            (local.set $own (i32.add (local.get $own) (i32.const 16)))
            (local.set $next (i32.add (local.get $next) (i32.const 16)))
            (local.set $p (i32.add (local.get $p) (i32.const 16)))
            (local.set $q (i32.add (local.get $q) (i32.const 16)))
            (br $four)))
        (local.set $first (call $sum (i32x4.add (local.get $a) (local.get $b))))
        (local.set $second (call $sum (i32x4.add (local.get $c) (local.get $d))))
        (block $allWords
          (loop $word
            (br_if $allWords (i32.ge_u (local.get $own) (local.get $endOfRow)))
            (local.set $first
              (i32.add (local.get $first)
                (call $both (local.get $p) (local.get $own) (local.get $q) (local.get $next))))
            (local.set $second
              (i32.add (local.get $second)
                (call $both
                  (local.get $p) (i32.add (local.get $own) (local.get $apart))
                  (local.get $q) (i32.add (local.get $next) (local.get $apart)))))
            (local.set $own (i32.add (local.get $own) (i32.const 4)))
            (local.set $next (i32.add (local.get $next) (i32.const 4)))
            (local.set $p (i32.add (local.get $p) (i32.const 4)))
            (local.set $q (i32.add (local.get $q) (i32.const 4)))
            (br $word)))
        (i32.store (local.get $out) (local.get $first))
        (i32.store (i32.add (local.get $out) (local.get $outApart)) (local.get $second))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (br $row))))

  ;; the words at p · own + q · next
  (func $both (param $p i32) (param $own i32) (param $q i32) (param $next i32) (result i32)
    (i32.add
      (i32.mul (i32.load (local.get $p)) (i32.load (local.get $own)))
      (i32.mul (i32.load (local.get $q)) (i32.load (local.get $next))))))
