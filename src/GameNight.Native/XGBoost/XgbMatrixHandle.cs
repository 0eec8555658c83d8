using Microsoft.Win32.SafeHandles;

namespace GameNight.Native.XGBoost;

/// <summary>Owns a <c>DMatrixHandle</c>. The import that makes it returns it, so nothing can get lost in between.</summary>
internal sealed class XgbMatrixHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <summary>Keeps the matrix from being freed while a native function holds it in an array, which no marshaller watches.</summary>
    public Lease Borrow()
    {
        var added = false;
        DangerousAddRef(ref added);
        return new Lease(this);
    }

    protected override bool ReleaseHandle() => XgbApi.XGDMatrixFree(handle) == 0;

    /// <summary>A loan of the raw pointer; on the stack only, so that it cannot outlive the call.</summary>
    public readonly ref struct Lease(XgbMatrixHandle owner)
    {
        public nint Pointer => owner.handle;

        public void Dispose() => owner.DangerousRelease();
    }
}
