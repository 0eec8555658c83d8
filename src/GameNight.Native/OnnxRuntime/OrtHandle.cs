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
