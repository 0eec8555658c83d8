using Microsoft.Win32.SafeHandles;

namespace GameNight.Native;

/// <summary>Owns a native object, whose pointer can be borrowed.</summary>
internal abstract class NativeHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <summary>
    /// Keeps the native object alive until the lease is disposed, even if the handle is disposed meanwhile. The marshaller does so only for
    /// handles that are passed as such, not for pointers in an array or calls through a pointer.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The handle is already disposed.</exception>
    public Lease Borrow()
    {
        var added = false;
        DangerousAddRef(ref added);
        return new Lease(this);
    }

    /// <summary>A borrowed pointer to the native object. A ref struct, so that it cannot outlive the call.</summary>
    public readonly ref struct Lease(NativeHandle owner)
    {
        public nint Pointer => owner.handle;

        public void Dispose() => owner.DangerousRelease();
    }
}
