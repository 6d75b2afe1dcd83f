;; One direction of a Gaussian blur, two pixels at a time. `npm run kernel` assembles this into blur-module.ts, for blur.ts.
;;
;; A pixel is an f64. Memory: eight weights from address 0 on, the middle one first; then whatever blur.ts puts there.
;; Products are added in the order of their distance from the middle, so that a loop in JavaScript has the same bits.
(module
  (memory (export "memory") 1)

  ;; Weighs each pixel from $source up to $end with its neighbours, $step bytes apart, and writes it to $target. An odd last one
  ;; takes the one after it along. $reach: neighbours on each side, 4 or 7.
  (func (export "weigh")
    (param $source i32) (param $end i32) (param $target i32) (param $step i32) (param $reach i32)
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
    (block $done
      (loop $nextPixels
        (br_if $done (i32.ge_u (local.get $source) (local.get $end)))
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
        (br $nextPixels)))))
