// happy-dom reports animationName '' instead of 'none': overlays would wait for an animationend that never comes.
const real = window.getComputedStyle.bind(window)
window.getComputedStyle = (element, pseudo) =>
  new Proxy(real(element, pseudo), {
    get(style, key) {
      if (key === 'animationName') return style.animationName || 'none'
      const value: unknown = Reflect.get(style, key, style)
      return typeof value === 'function' ? value.bind(style) : value
    },
  })
