namespace GameNight.Native.OnnxRuntime;

/// <summary>Owns an <c>OrtSession</c>.</summary>
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
