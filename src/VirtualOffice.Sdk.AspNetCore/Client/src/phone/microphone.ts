import { settings } from "../settings";

/** The chosen microphone; the computer's usual one where the chosen one is gone. */
export function openMicrophone(): Promise<MediaStream> {
  const { microphone, cleansVoice } = settings.value;
  const cleaning = { echoCancellation: cleansVoice, noiseSuppression: cleansVoice, autoGainControl: cleansVoice };
  const open = (deviceId?: string) => navigator.mediaDevices.getUserMedia({ audio: deviceId ? { deviceId: { exact: deviceId }, ...cleaning } : cleaning });
  return microphone ? open(microphone).catch(() => open()) : open();
}

export function closeMicrophone(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

/** Follows how loud a microphone is, from 0 to 1; ends when the function it returns is called. */
export function followLevel(stream: MediaStream, tell: (level: number) => void): () => void {
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 1024 });
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let frame = 0;
  const measure = () => {
    analyser.getFloatTimeDomainData(samples);
    const power = samples.reduce((sum, each) => sum + each * each, 0) / samples.length;
    // From silence at -60 dB to the loudest at 0 dB, as ears hear it.
    tell(power > 0 ? Math.min(1, Math.max(0, 1 + (10 * Math.log10(power)) / 60)) : 0);
    frame = requestAnimationFrame(measure);
  };
  measure();
  return () => {
    cancelAnimationFrame(frame);
    void context.close();
  };
}
