namespace GameNight.Native.XGBoost;

/// <summary>Owns a <c>DMatrixHandle</c>.</summary>
internal sealed class XgbMatrixHandle : NativeHandle
{
    protected override bool ReleaseHandle() => XgbApi.XGDMatrixFree(handle) == 0;
}
