declare module '@tabler/icons-react/dist/esm/icons/*' {
  const icon: import('./icon').Drawing;
  export default icon;
}
