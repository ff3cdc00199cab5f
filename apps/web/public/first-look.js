// Before the first paint: the theme and text size that this device chose.
(function () {
  var root = document.documentElement;
  try {
    var theme = localStorage.getItem('theme');
    var dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
    root.dataset.theme = dark ? 'dark' : 'light';
    if (localStorage.getItem('textSize') === 'large') root.dataset.textSize = 'large';
  } catch {
    root.dataset.theme = 'light';
  }
})();
