;; One party's summand of the dot products of many rows, modulo 2³² (docs/three-operators.md). `npm run kernel` assembles this into
;; dot-kernel-module.ts.
;;
;; All addresses are in bytes. A row is `width` words of 32 bits; rows lie one after the other, each party's two components apart.
;; out[row] = sum over the row of  own · forOwn + next · forNext. Four words at a time, and the last few, if any, one by one.
(module
  (import "env" "memory" (memory 1))

  (func $sum (param $lanes v128) (result i32)
    (i32.add
      (i32.add (i32x4.extract_lane 0 (local.get $lanes)) (i32x4.extract_lane 1 (local.get $lanes)))
      (i32.add (i32x4.extract_lane 2 (local.get $lanes)) (i32x4.extract_lane 3 (local.get $lanes)))))

  (func (export "dotProducts")
    (param $own i32) (param $next i32) (param $rows i32) (param $width i32)
    (param $forOwn i32) (param $forNext i32) (param $out i32)
    (local $end i32) (local $endOfRow i32) (local $endOfFours i32) (local $p i32) (local $q i32)
    ;; Two sums, so that neither product waits for the other.
    (local $ofOwn v128) (local $ofNext v128) (local $total i32)
    (local.set $end (i32.add (local.get $out) (i32.shl (local.get $rows) (i32.const 2))))
    (block $allRows
      (loop $row
        (br_if $allRows (i32.ge_u (local.get $out) (local.get $end)))
        (local.set $endOfRow (i32.add (local.get $own) (i32.shl (local.get $width) (i32.const 2))))
        (local.set $endOfFours
          (i32.add (local.get $own) (i32.shl (i32.and (local.get $width) (i32.const -4)) (i32.const 2))))
        (local.set $p (local.get $forOwn))
        (local.set $q (local.get $forNext))
        (local.set $ofOwn (v128.const i32x4 0 0 0 0))
        (local.set $ofNext (v128.const i32x4 0 0 0 0))
        (block $allFours
          (loop $four
            (br_if $allFours (i32.ge_u (local.get $own) (local.get $endOfFours)))
            (local.set $ofOwn
              (i32x4.add (local.get $ofOwn)
                (i32x4.mul (v128.load (local.get $p)) (v128.load (local.get $own)))))
            (local.set $ofNext
              (i32x4.add (local.get $ofNext)
                (i32x4.mul (v128.load (local.get $q)) (v128.load (local.get $next)))))
            (local.set $own (i32.add (local.get $own) (i32.const 16)))
            (local.set $next (i32.add (local.get $next) (i32.const 16)))
            (local.set $p (i32.add (local.get $p) (i32.const 16)))
            (local.set $q (i32.add (local.get $q) (i32.const 16)))
            (br $four)))
        (local.set $total (call $sum (i32x4.add (local.get $ofOwn) (local.get $ofNext))))
        (block $allWords
          (loop $word
            (br_if $allWords (i32.ge_u (local.get $own) (local.get $endOfRow)))
            (local.set $total
              (i32.add (local.get $total)
                (i32.add
                  (i32.mul (i32.load (local.get $p)) (i32.load (local.get $own)))
                  (i32.mul (i32.load (local.get $q)) (i32.load (local.get $next))))))
            (local.set $own (i32.add (local.get $own) (i32.const 4)))
            (local.set $next (i32.add (local.get $next) (i32.const 4)))
            (local.set $p (i32.add (local.get $p) (i32.const 4)))
            (local.set $q (i32.add (local.get $q) (i32.const 4)))
            (br $word)))
        (i32.store (local.get $out) (local.get $total))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (br $row)))))
