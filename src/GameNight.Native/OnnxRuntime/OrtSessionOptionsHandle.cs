namespace GameNight.Native.OnnxRuntime;

/// <summary>Owns an <c>OrtSessionOptions</c>.</summary>
internal sealed unsafe class OrtSessionOptionsHandle : OrtHandle
{
    public OrtSessionOptionsHandle(OrtRuntime runtime) : base(runtime)
    {
        fixed (nint* created = &handle)
            runtime.Check(runtime.Api->CreateSessionOptions(created));
    }

    public void SetIntraOpNumThreads(int threads)
    {
        using var options = Borrow();
        Runtime.Check(Runtime.Api->SetIntraOpNumThreads(options.Pointer, threads));
    }

    /// <summary>Sets an option that onnxruntime_session_options_config_keys.h lists.</summary>
    /// <param name="key">UTF-8, terminated by a zero.</param>
    /// <param name="value">UTF-8, terminated by a zero.</param>
    public void AddConfigEntry(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        using var options = Borrow();
        fixed (byte* nativeKey = key, nativeValue = value)
            Runtime.Check(Runtime.Api->AddSessionConfigEntry(options.Pointer, nativeKey, nativeValue));
    }

    protected override bool ReleaseHandle()
    {
        Runtime.Api->ReleaseSessionOptions(handle);
        return true;
    }
}
