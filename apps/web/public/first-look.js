// Before the first paint: the theme, text size and language that this device chose.
(function () {
  var root = document.documentElement;
  try {
    var theme = localStorage.getItem('theme');
    var dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
    root.dataset.theme = dark ? 'dark' : 'light';
    if (localStorage.getItem('textSize') === 'large') root.dataset.textSize = 'large';
    if (localStorage.getItem('language') === 'en') root.lang = 'en';
  } catch {
    root.dataset.theme = 'light';
  }
})();
