import '@fontsource/barlow/latin-400.css';
import '@fontsource/barlow/latin-500.css';
import '@fontsource/barlow/latin-600.css';
import './look/tokens.css';
import './look/base.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { openLookout } from './house/lookout';
import { watchTheMachine } from './house/watchTheMachine';

openLookout();
watchTheMachine();
mount(App, { target: document.getElementById('app')! });
