using Microsoft.Win32.SafeHandles;

namespace GameNight.Native.XGBoost;

/// <summary>Owns a <c>DMatrixHandle</c>.</summary>
internal sealed class XgbMatrixHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <summary>
    /// Keeps the matrix alive until the lease is disposed: the marshaller does not do so for pointers in an array.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The handle is already disposed.</exception>
    public Lease Borrow()
    {
        var added = false;
        DangerousAddRef(ref added);
        return new Lease(this);
    }

    protected override bool ReleaseHandle() => XgbApi.XGDMatrixFree(handle) == 0;

    /// <summary>A borrowed pointer to the matrix. A ref struct, so that it cannot outlive the call.</summary>
    public readonly ref struct Lease(XgbMatrixHandle owner)
    {
        public nint Pointer => owner.handle;

        public void Dispose() => owner.DangerousRelease();
    }
}
