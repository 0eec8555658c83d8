using Microsoft.Win32.SafeHandles;

namespace GameNight.Native.OnnxRuntime;

/// <summary>Owns one native object. The function that makes it writes straight into the handle, so nothing can get lost in between.</summary>
internal abstract class OrtHandle(OrtRuntime runtime) : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    public OrtRuntime Runtime { get; } = runtime;

    /// <summary>Keeps the native object from being released until the lease is disposed, whoever disposes the handle meanwhile.</summary>
    /// <exception cref="ObjectDisposedException">The handle is already disposed.</exception>
    public Lease Borrow()
    {
        var added = false;
        DangerousAddRef(ref added);
        return new Lease(this);
    }

    /// <summary>A loan of the raw pointer; on the stack only, so that it cannot outlive the call.</summary>
    public readonly ref struct Lease(OrtHandle owner)
    {
        public nint Pointer => owner.handle;

        public void Dispose() => owner.DangerousRelease();
    }
}

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

    /// <summary>Both as UTF-8 that ends in a zero; onnxruntime_session_options_config_keys.h lists the keys.</summary>
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

internal sealed unsafe class OrtSessionHandle : OrtHandle
{
    public OrtSessionHandle(OrtRuntime runtime, ReadOnlySpan<byte> model, OrtSessionOptionsHandle options) : base(runtime)
    {
        using var borrowed = options.Borrow();
        fixed (byte* bytes = model)
        fixed (nint* created = &handle)
            runtime.Check(runtime.Api->CreateSessionFromArray(runtime.Env, bytes, (nuint)model.Length, borrowed.Pointer, created));
    }

    protected override bool ReleaseHandle()
    {
        Runtime.Api->ReleaseSession(handle);
        return true;
    }
}
