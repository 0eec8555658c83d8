using Microsoft.Win32.SafeHandles;

namespace GameNight.Native.OnnxRuntime;

/// <summary>
/// Owns a native object of ONNX Runtime. Derived types let the creating function write directly into the handle, so that no
/// exception in between can leak the object.
/// </summary>
internal abstract class OrtHandle(OrtRuntime runtime) : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    public OrtRuntime Runtime { get; } = runtime;

    /// <summary>Keeps the native object alive until the lease is disposed, even if the handle is disposed meanwhile.</summary>
    /// <exception cref="ObjectDisposedException">The handle is already disposed.</exception>
    public Lease Borrow()
    {
        var added = false;
        DangerousAddRef(ref added);
        return new Lease(this);
    }

    /// <summary>A borrowed pointer to the native object. A ref struct, so that it cannot outlive the call.</summary>
    public readonly ref struct Lease(OrtHandle owner)
    {
        public nint Pointer => owner.handle;

        public void Dispose() => owner.DangerousRelease();
    }
}
